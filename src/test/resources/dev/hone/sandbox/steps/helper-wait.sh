# A command that is told later.
HELPER=$1
tell() {
  printf "$1" | timeout -k 1 5 "$HELPER" run cpu=9 memory=1000000000 processes=500 files=64 \
    fileSize=1000000 user=$user work="$WORK" landlock=true inet=true read=/ device=/dev filter=none \
    env=PATH="$PATH" status="$WORK/status" wait=true -- later 2>&1
  echo "$1: $?"
}
touch status
chmod 0666 status
tell '22\nsh\0-c\0read x; echo $x\0ran\n'
tell '5\ntrue\0'
for wrong in '' '\n' '0\n' 'x\nsh\0' '-3\nsh\0' ' 3\nsh\0' '2\nsh' '9\nsh\0' '3' '123456789\n' '12345678'; do
  tell "$wrong"
done
(
  printf '10\nec'
  sleep 0.2
  printf 'ho\0done\0'
) | "$HELPER" run cpu=9 memory=1000000000 processes=500 files=64 fileSize=1000000 user=$user \
  work="$WORK" landlock=false inet=true filter=none env=PATH="$PATH" status="$WORK/status" \
  wait=true -- later
told status
