# Signals to all, from a box that must hold them.
kill -9 "$CANARY_PID" 2>/dev/null && echo "BREACH kill"
kill -TERM -"$CANARY_PID" 2>/dev/null && echo "BREACH group"
trap '' TERM HUP
kill -TERM -1 2>/dev/null
kill -HUP -1 2>/dev/null
echo tried
kill -9 -1 2>/dev/null
