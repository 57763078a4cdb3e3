# Beside a command, where there are no namespaces.
HELPER=$1
watch() {
  myself
  CANARY=1 rich "$HELPER" watch parent=$me cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 \
    landlock=true inet=false read=/ own=true write="$WORK/tmp" device=/dev filter="$FILTER" \
    work="$WORK/box" env=PATH="$PATH" status="$WORK/status" "$@"
  echo "ended with $?"
}
of_user="user=$user join=$WORK/group"
watch $of_user time=9 -- python3 -I -S "$SEE/state.py" user <canary
cat group | tr -d 0-9 && [ -s group ] && echo joined
watch $of_user time=9 -- sh -c 'exit 7'
watch $of_user time=9 -- sh -c 'kill -9 $$'
watch $of_user time=9 -- sh -c 'kill -0 $PPID; cat /proc/$PPID/environ; kill -0 1; echo tried' 2>&1
sleep 8 &
other=$!
watch $of_user time=9 -- sh -c 'setsid sleep 99 & (sleep 99 & exec sleep 99) & exit 3'
left
kill -0 $other && echo "another lives"
# Its time.
watch $of_user time=1 -- sh -c 'trap "" TERM; setsid sleep 99 & sleep 99'
left
# What is asked to end while it waits.
watch $of_user time=9 -- sh -c 'echo begun; setsid sleep 99 & sleep 99' >out 2>&1 &
await begun out
watcher=$(pgrep -o -f "^$HELPER watch")
child=$(pgrep -P $watcher | head -n 1)
ls -l /proc/$watcher/fd | sed 's/.* \([0-9]* ->\)/\1/; s/\[.*//' | sort
grep -E 'State|NoNew|Seccomp|Cap|Sig(Blk|Ign)|Uid|Gid|Groups' /proc/$watcher/status
tr -s ' ' </proc/$watcher/limits
for each in $watcher $child; do
  ls -ld /proc/$each/mem | awk '{ print $3 }'
  [ "$(ps -o sid= -p $each | tr -d ' ')" = $each ] && echo "a session of its own"
  ps -o nice= -p $each
  cat /proc/$each/oom_score_adj
done
kill -TERM $watcher
wait
left
# When its parent ends, by which it is known; and when it is killed itself.
for whom in parent watcher; do
  rm -f out
  watch user=$user time=20 -- sh -c 'echo begun; exec sleep 99' >out 2>&1 &
  shell=$!
  await begun out
  [ $whom = parent ] && kill -9 $shell || kill -9 $(pgrep -o -f "^$HELPER watch")
  left
done
# As an ordinary user, all of whose threads count.
chmod -R a+rwX . && rm -f status
cat >user.sh <<'END'
for i in 1 2 3; do sleep 97 & started="${started-} $!"; done
"$1" watch parent=$$ time=9 cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 user=0 \
  landlock=true inet=false read=/ own=true write="$WORK/tmp" device=/dev filter=none \
  work="$WORK/box" env=PATH="$PATH" status="$WORK/status" -- python3 -I -S "$SEE/state.py" user <canary
echo "ended with $?"
"$1" watch parent=$$ time=9 cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 user=0 \
  landlock=true inet=false read=/ own=true write="$WORK/tmp" device=/dev filter=none \
  work="$WORK/box" env=PATH="$PATH" status="$WORK/status" -- sh -c 'stat -c %u /proc/$PPID/mem'
kill $started
END
setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$HELPER"
