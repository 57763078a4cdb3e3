# Before bubblewrap or unshare, outside.
HELPER=$1
mkdir -m 0777 first second
opened() {
  myself
  CANARY=1 rich "$HELPER" open parent=$me "$@"
  echo "ended with $?"
}
# Where mounts are shared, a mount that is not kept private is seen out here.
mount --make-rshared /
opened mount="$WORK/first" options=size=1m,nr_inodes=500,mode=0755 mount="$WORK/second" \
  options=size=2m,mode=0700 copy="$WORK/in" owner=$user join="$WORK/group" status="$WORK/status" \
  filter="$FILTER" -- sh -c '
    ls -ln --time-style=+ first first/sub first/sub/closed second && cat first/sub/given first/link first/sub/closed/text
    echo before; ls -l /proc/$$/fd >own; sed "s/.* \([0-9]* ->\)/\1/; s/\[.*//" own | sort
    echo said >&7; echo also >&8; wc -c <&9
    grep -E " (first|second|hone) |hone" /proc/self/mounts
    cat /proc/self/oom_score_adj; nice; sed "s/.*nice/nice/" /proc/self/autogroup
    read -r me rest </proc/self/stat
    [ "$(ps -o sid= -p $me | tr -d " ")" = $me ] && echo "a session of its own"
    stat -f -c "%b %c" first second' 2>&1
grep hone /proc/self/mounts
ls first second
told status
cat group | tr -d 0-9 && [ -s group ] && echo joined
opened -- python3 -I -S "$SEE/state.py" <canary 2>&1
# What it does not copy.
mkfifo in/pipe
opened mount="$WORK/first" options=size=1m copy="$WORK/in" owner=$user -- echo ran 2>&1
rm in/pipe
head -c 3000000 /dev/zero >in/big
opened mount="$WORK/first" options=size=1m copy="$WORK/in" owner=$user -- echo ran 2>&1
opened mount="$WORK/first" options=size=9m copy="$WORK/in" owner=$user -- cmp in/big first/big 2>&1
# It ends with its parent.
rm -f out
opened -- sh -c 'echo begun; exec sleep 99' >out 2>&1 &
shell=$!
await begun out
kill -9 $shell
left
