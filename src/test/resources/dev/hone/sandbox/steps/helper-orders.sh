# Orders that are missing or cannot be carried out, one after the other.
all="cpu=9 memory=1000000000 processes=500 files=64 fileSize=1000000 user=0 work=$WORK landlock=true
inet=true filter=none status=$WORK/status env=PATH=$PATH read=/ device=/dev"
HELPER=$1
try() {
  role=$1
  shift
  rm -f status
  "$HELPER" "$role" "$@" -- sh -c 'echo ran' 2>&1
  echo "$role without $left with $with: $? $(cat status 2>&1)"
}
head -c 4095 /dev/zero >odd
head -c 32768 /dev/zero >long
for order in cpu memory processes files fileSize user work landlock inet filter status cpu=-1 cpu=1s \
  cpu= memory=99999999999999999999 landlock=yes inet= work=/nowhere write=/nowhere filter=/nowhere \
  filter=/dev/null filter="$WORK/odd" filter="$WORK/long" status=/nowhere/file status=fd:77 unknown=1 \
  unknown cp=1 read=/nowhere device=/nowhere join=/nowhere copy=/nowhere low=true; do
  with=
  left=${order%%=*}
  case $order in
    *=*) with=$order ;;
  esac
  rest=
  for each in $all; do
    case $each in
      "$left"=*) ;;
      *) rest="$rest $each" ;;
    esac
  done
  [ "$left" != unknown ] || with=$order
  try run $rest $with
done
left='' with=''
for role in '' runs first watch open; do
  try "$role" $all parent=1 time=9
done
try watch $all parent=$$
try watch $all time=9
with=join=/nowhere
try watch $all parent=$$ time=9 join=/nowhere
try open parent=$$ join=/nowhere
with=mount
try open parent=$$ mount=/nowhere options=size=1m copy="$WORK/in"
try open parent=$$ status=/nowhere/file filter="$FILTER"
try open parent=$$ status="$WORK/status" filter=/nowhere
for line in '' '--' 'x -- true' 'cpu=9 true'; do
  "$HELPER" run $line 2>&1
  echo "$line: $?"
done
"$HELPER" 2>&1
echo "nothing: $?"
for program in /nowhere/program /etc /etc/passwd/below "$WORK/odd"; do
  "$HELPER" run $all -- "$program" 2>&1
  echo "$program: $?"
done
