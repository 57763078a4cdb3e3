# Orders that are missing or cannot be carried out, one after the other.
all="cpu=9 memory=1000000000 processes=500 files=64 fileSize=1000000 user=$user work=$WORK
landlock=true inet=true shared=false truncate=true read=/"
for order in cpu memory processes files fileSize user work landlock inet shared truncate cpu=x work=/nowhere \
  write=/nowhere; do
  rest=
  for each in $all; do
    case $each in
      "${order%%=*}"=*) ;;
      *) rest="$rest $each" ;;
    esac
  done
  case $order in
    *=*) rest="$rest $order" ;;
  esac
  "$@" $rest -- echo ran 2>&1
  echo "$order: $?"
done
for line in '--' 'cpu=9 true' 'odd -- true'; do
  "$@" $line 2>&1
  echo "$line: $?"
done
for program in nowhere /nowhere /etc; do
  "$@" $all -- $program 2>&1
  echo "$program: $?"
done
PATH=:/nowhere:/usr/bin "$@" $all -- env true
echo "in the path: $?"
