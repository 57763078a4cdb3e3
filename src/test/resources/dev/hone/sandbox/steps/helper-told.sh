# One that is started before there is anything to do, and told its orders later.
HELPER=$1
tell() {
  printf "$1" | timeout -k 1 5 "$HELPER" told 2>&1
  echo "$1: $?"
}
orders() {
  printf '%s\0' "$@" cpu=9 memory=1000000000 processes=500 files=64 fileSize=1000000 user=0 \
    work="$WORK" landlock=false inet=true filter=none env=PATH="$PATH" status="$WORK/status" \
    -- sh -c 'read -r x; echo "$x"; tr "\0" " " </proc/$$/cmdline' >words
  wc -c <words
  cat words
}
(orders run && echo ran) | "$HELPER" told 2>&1
echo "ended with $?"
told status
for wrong in '' '\n' '0\n' 'x\nrun\0' '3\nrun' '5\ntold\0' '5\nruns\0' '9\nrun\0' '9\nlandlock\0'; do
  tell "$wrong"
done
"$HELPER" told more 2>&1
echo "ended with $?"
# As an ordinary user, who may not look into it while it waits, but is looked after by the rest.
chmod 0777 . && mkfifo line && chmod 0666 line
cat >user.sh <<'END'
"$1" told <line &
exec 8>line
waiting=$!
for i in $(seq 50); do
  [ "$(ps -o args= -p $waiting)" = "$1 told" ] && [ "$(ls -ld /proc/$waiting/mem | awk '{ print $3 }')" = root ] && break
  sleep 0.1
done
ls -ld /proc/$waiting/mem /proc/$waiting/fd | awk '{ print $3 }'
printf '%s\0' open parent=$$ -- sh -c 'cat /proc/self/oom_score_adj; nice; echo opened' >own
{ wc -c <own; cat own; } >&8
exec 8>&-
wait $waiting
echo "ended with $?"
END
setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$HELPER" 2>&1
