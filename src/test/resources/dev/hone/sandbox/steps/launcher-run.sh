# All limits and rights, as the command sees them.
CANARY=1 rich setsid -w "$@" cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 \
  user=$user work="$WORK/box" landlock=true inet=true shared=false truncate=true read=/ write="$WORK/tmp" \
  -- python3 -I -S "$SEE/state.py" <canary
echo "ended with $?"
# Where it does not lead a session yet; and as an ordinary user, all of whose threads
# count, those of the launcher too, whose number is not the same each time.
rich "$@" cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 user=$user work="$WORK/box" \
  landlock=true inet=false shared=false truncate=true read=/ -- /usr/bin/python3 -I -S "$SEE/state.py" <canary
echo "ended with $?"
cat >user.sh <<'END'
for i in $(seq 40); do sleep 97 & started="${started-} $!"; done
"$@" cpu=9 memory=1000000000 processes=50 files=64 fileSize=1048576 user=0 work="$WORK/box" \
  landlock=false inet=false shared=false truncate=true -- python3 -I -S "$SEE/state.py" user <canary |
  awk '/^RLIMIT_NPROC/ { n = substr($2, 2) + 0; print "all counted:", (n >= 90 && n < 250); next } { print }'
kill $started
END
chmod a+r user.sh
setpriv --reuid=60951 --regid=60951 --clear-groups sh user.sh "$@"
