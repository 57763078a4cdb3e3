# Completion of hone for fish, made by: hone completion fish
# To use it: hone completion fish > ~/.config/fish/completions/hone.fish

function __hone_is_first
    test (count (commandline -opc)) -eq 1
end

# Whether the command that is typed is this one; without one it is solve.
function __hone_does
    set -l typed (commandline -opc)
    set -l command solve
    if set -q typed[2]; and contains -- $typed[2] @COMMANDS@
        set command $typed[2]
    end
    test $command = $argv[1]
end

complete -c hone -n __hone_is_first -l version -d 'the version of hone and of Java'
