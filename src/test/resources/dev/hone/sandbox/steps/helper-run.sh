# Inside a box: all limits and rights, as the command sees them.
CANARY=1 rich "$@" run cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 \
  user=$user work="$WORK/box" low=true landlock=true inet=false read=/ write="$WORK/tmp" \
  device=/dev filter="$FILTER" env=PATH="$PATH" env=GIVEN=yes status="$WORK/status" \
  -- python3 -I -S "$SEE/state.py" <canary
echo "ended with $?"
told status
