# Ends with 0 only if what must be out of reach is out of reach.
# Arguments: a file of the machine, a port on which the machine listens, the machine's network
# namespace.
if cat -- "$1" >/dev/null 2>&1; then
  exit 41
fi
if command -v bash >/dev/null; then
  bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1"' bash "$2" 2>/dev/null && exit 42
elif command -v perl >/dev/null; then
  perl -MIO::Socket::INET -e 'exit !IO::Socket::INET->new("127.0.0.1:$ARGV[0]")' "$2" && exit 42
else
  [ "$(readlink /proc/self/ns/net)" != "$3" ] || exit 42
fi
exit 0
