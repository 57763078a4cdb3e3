# The first process in the box. Stays, so that the command is not the first process, which the
# kernel spares from signals.
# Arguments: folder to copy in, the command.
cp -R -P -- "$1/." . || exit 125
shift
"$@"
exit $?
