package main

import (
	"os"
	"strconv"
	"syscall"
)

func attempt(what string, err error) {
	if err == nil {
		os.Stdout.WriteString("BREACH " + what + "\n")
	}
}

func main() {
	text, err := os.ReadFile(os.Getenv("CANARY_FILE"))
	attempt("read "+string(text), err)
	attempt("write", os.WriteFile(os.Getenv("CANARY_OPEN"), []byte("changed"), 0o666))
	attempt("remove", os.Remove(os.Getenv("CANARY_OPEN")))
	victim, _ := strconv.Atoi(os.Getenv("CANARY_PID"))
	attempt("kill", syscall.Kill(victim, syscall.SIGKILL))
	attempt("attach", syscall.PtraceAttach(victim))
	attempt("chroot", syscall.Chroot("."))
	attempt("unshare", syscall.Unshare(syscall.CLONE_NEWUSER))
	attempt("mount", syscall.Mount("x", "/tmp", "tmpfs", 0, ""))
	port, _ := strconv.Atoi(os.Getenv("CANARY_PORT"))
	if s, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); err == nil {
		attempt("connect", syscall.Connect(s, &syscall.SockaddrInet4{Port: port, Addr: [4]byte{127, 0, 0, 1}}))
	}
	if s, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0); err == nil {
		attempt("connect to a path", syscall.Connect(s, &syscall.SockaddrUnix{Name: os.Getenv("CANARY_SOCKET")}))
	}
	if pid, _, err := syscall.RawSyscall(syscall.SYS_FORK, 0, 0, 0); err == 0 && pid == 0 {
		syscall.RawSyscall(syscall.SYS_SETSID, 0, 0, 0)
		for {
			syscall.RawSyscall(syscall.SYS_PAUSE, 0, 0, 0)
		}
	}
	os.Stdout.WriteString("tried\n")
}
