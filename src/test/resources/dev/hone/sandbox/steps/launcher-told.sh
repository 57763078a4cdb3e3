# One that is started before there is anything to do, and told its orders later.
orders() {
  printf '%s\0' "$@" cpu=9 memory=1000000000 processes=500 files=64 fileSize=1048576 work="$WORK/box" \
    landlock=true inet=false shared=false truncate=true read=/ write="$WORK/tmp" >words
  printf '%s\0' -- sh -c 'read -r x; echo "$x"; env | sort; cat /proc/self/oom_score_adj' >>words
  wc -c <words
  cat words
}
(orders user=$user join="$WORK/group" mark="$WORK/mark" env=PATH=/usr/bin:/bin env=GIVEN=yes && echo ran) |
  "$@" told 2>&1
echo "ended with $?"
ls mark
cat group && [ -s group ] && echo joined
(orders user=$user env=PATH=/nowhere) | "$@" told 2>&1
echo "ended with $?"
for wrong in join=/nowhere/file mark=/nowhere/file; do
  orders user=$user env=PATH=/usr/bin "$wrong" | "$@" told 2>&1
  echo "$wrong: $?"
done
for wrong in '' '\n' '0\n' 'x\nsh\0' '3\n--' '6\n--\0sh\0' '123456789\n'; do
  printf "$wrong" | "$@" told 2>&1
  echo "$wrong: $?"
done
# Who is no root may not look into it while it waits, and it goes on as before.
chmod 0777 . && mkfifo line && chmod 0666 line
cat >user.sh <<'END'
"$@" told <line &
exec 8>line
waiting=$!
for i in $(seq 100); do
  [ "$(ls -ld /proc/$waiting/mem | awk '{ print $3 }')" = root ] && break
  sleep 0.1
done
ls -ld /proc/$waiting/mem /proc/$waiting/fd | awk '{ print $3 }'
printf '%s\0' join="$WORK/group" user=0 cpu=9 memory=1000000000 processes=5000 files=64 fileSize=1048576 \
  work="$WORK/box" landlock=false inet=false shared=false truncate=true env=PATH=/usr/bin:/bin -- \
  sh -c 'cat /proc/self/oom_score_adj' >own
{ wc -c <own; cat own; } >&8
exec 8>&-
wait $waiting
echo "ended with $?"
END
setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$@" 2>&1
