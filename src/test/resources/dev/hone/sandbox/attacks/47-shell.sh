# What a shell alone can do.
cat "$CANARY_FILE" "/proc/1/root$CANARY_FILE" /proc/*/root/"$CANARY_FILE" 2>/dev/null && echo "BREACH read"
(echo changed >"$CANARY_OPEN") 2>/dev/null && echo "BREACH write"
(echo new >"$CANARY_FOLDER/new") 2>/dev/null && echo "BREACH new"
(rm -f -- "$CANARY_OPEN" && mv -- "$CANARY_FOLDER" "$CANARY_FOLDER.moved") 2>/dev/null && echo "BREACH remove"
ln -s "$CANARY_FOLDER" out
(echo new >out/new) 2>/dev/null && echo "BREACH link"
if command -v bash >/dev/null; then
  bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$CANARY_PORT"' 2>/dev/null && echo "BREACH connect"
  bash -c 'echo canary >"/dev/udp/127.0.0.1/$CANARY_UDP"' 2>/dev/null || :
fi
for fd in 3 4 5 6 7 8 9 33; do
  (cat <&$fd) 2>/dev/null && echo "BREACH descriptor $fd"
done
(tar -cf - -C / root home 2>/dev/null | tar -tf - 2>/dev/null | grep -v '/$' | head -n 3 | sed 's/^/BREACH /')
echo tried
