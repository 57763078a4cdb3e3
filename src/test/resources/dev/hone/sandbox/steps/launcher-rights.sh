# Each right of Landlock, outside and inside, and signals.
run() {
  $LAUNCHER cpu=9 memory=1000000000 processes=500 files=64 fileSize=1048576 user=$user shared=false truncate=true \
    work="$WORK/box" read="$SEE" read=/nowhere read=/usr/bin/env/below read="$WORK/canary" \
    write="$WORK/tmp" "$@"
  echo "ended with $?"
}
LAUNCHER=$*
for each in program file spare; do cp -p outside/$each box/; done
mkdir -m 0777 box/sub box/empty
setpriv --reuid=$user --clear-groups sleep 99 &
other=$!
run landlock=true inet=false -- python3 -I -S "$SEE/rights.py" "$WORK/outside"
run landlock=true inet=true -- python3 -I -S "$SEE/reach.py" $other
run landlock=false inet=true -- python3 -I -S "$SEE/reach.py" $other
run landlock=true inet=false -- sh -c 'echo x >/dev/null; echo y >"$1/tmp/y" && cat "$1/tmp/y" "$1/canary"
  read -r word </proc/self/comm; echo "$word"; cat /etc/hostname /proc/1/comm' sh "$WORK" 2>&1
