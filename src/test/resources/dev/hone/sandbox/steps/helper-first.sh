# As the first process of a box.
HELPER=$1
first() {
  CANARY=1 rich unshare --pid --fork --kill-child --mount-proc --mount "$HELPER" first cpu=9 \
    memory=1000000000 processes=50 files=64 fileSize=1048576 user=$user work="$WORK/box" \
    landlock=true inet=true read=/ write="$WORK/tmp" device=/dev filter="$FILTER" \
    env=PATH="$PATH" status="$WORK/status" "$@"
  echo "ended with $?"
}
chmod -R a+rX in
first copy="$WORK/in" -- sh -c 'cd "$1" && ls -ln --time-style=+ . sub sub/closed && cat sub/given link sub/closed/text many*/file' \
  sh "$WORK/box" 2>&1
chmod -R a+rwX box
rm -rf box/*
first -- python3 -I -S "$SEE/state.py" <canary
first -- sh -c 'exit 7'
first -- sh -c 'kill -9 $$'
first -- sh -c 'kill -9 1; echo sent; cat /proc/1/environ 2>&1; echo x >/proc/1/oom_score_adj'
# What ends inside and has no parent is buried.
first -- sh -c '(sleep 0.1 & exit) ; (sh -c "exit 3" & exit); sleep 0.5; ps -A -o stat= | grep -c Z' 2>&1
# The streams are let go of, so that they end with who holds them.
first -- sh -c 'echo begun; sleep 3' >out 2>&1 &
await begun out
first=$(pgrep -f "^$HELPER first" | tail -n 1)
for child in $(pgrep -f "^$HELPER first"); do
  [ "$(grep NSpid /proc/$child/status | awk '{print $NF}')" != 1 ] || first=$child
done
ls -l /proc/$first/fd | sed 's/.* \([0-9]* ->\)/\1/; s/\[.*//' | sort
grep -E 'State|NoNew|Seccomp|Cap|Sig(Blk|Ign)' /proc/$first/status
tr -s ' ' </proc/$first/limits
wait
# As an ordinary user, whose processes may look into each other.
chmod 0777 . && chmod -R a+rwX box tmp && rm -f status
cat >user.sh <<'END'
unshare --user --map-current-user --pid --fork --kill-child --mount-proc -- "$1" first cpu=9 \
  memory=1000000000 processes=500 files=64 fileSize=1048576 user=0 work="$WORK/box" landlock=true inet=true \
  read=/ write="$WORK/tmp" device=/dev filter=none env=PATH="$PATH" status="$WORK/status" -- \
  sh -c 'stat -c %u /proc/1/mem; stat -c %u /proc/$$/mem'
echo "ended with $?"
END
setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$HELPER" 2>&1
