# Inside a box: each right of Landlock, outside and inside, and signals.
run() {
  "$HELPER" run cpu=9 memory=1000000000 processes=500 files=64 fileSize=1048576 user=$user \
    work="$WORK/box" read=/usr read=/lib read=/lib64 read=/bin read=/nowhere \
    read="$SEE" read=/usr/bin/env/below write="$WORK/tmp" device=/dev/null device=/nowhere \
    filter=none env=PATH="$PATH" status="$WORK/status" "$@"
  echo "ended with $?"
}
HELPER=$1
for each in program file spare; do cp -p outside/$each box/; done
mkdir -m 0777 box/sub box/empty
setpriv --reuid=$user --clear-groups sleep 99 &
other=$!
run landlock=true inet=false own=true -- python3 -I -S "$SEE/rights.py" "$WORK/outside"
for network in true false; do
  run landlock=true inet=$network -- python3 -I -S "$SEE/reach.py" $other
done
run landlock=false inet=false -- python3 -I -S "$SEE/reach.py" $other
run landlock=true inet=true own=true -- sh -c 'read -r word </proc/self/comm; echo "$word"'
"$HELPER" landlock
