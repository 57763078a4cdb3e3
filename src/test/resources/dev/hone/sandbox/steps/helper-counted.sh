# Processes that a user starts while a box waits take from the limit that was set before.
chmod -R a+rwX . && rm -f status
cat >user.sh <<'END'
begin() {
  read -r me rest </proc/self/stat
  "$1" watch parent=$me time=20 cpu=9 memory=1000000000 processes=3 files=64 fileSize=1048576 user=0 \
    landlock=true inet=false read=/ own=true write="$WORK/tmp" device=/dev filter=none \
    work="$WORK/box" env=PATH="$PATH" status="$WORK/status" wait=true -- later
}
more() {
  for i in 1 2 3 4 5 6; do sleep 97 & done
}
mkfifo told
for when in before after; do
  [ $when = after ] || more
  rm -f status
  begin "$1" <told >out 2>&1 &
  box=$!
  exec 4>told
  until grep -qs running status; do sleep 0.1; done
  [ $when = before ] || more
  printf '21\nsh\0-c\0true & wait $!\0' >&4
  exec 4>&-
  wait $box
  echo "others $when the box: $? $(cat out)"
  pkill -x sleep
done
END
timeout 60 setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$@"
