package main

import (
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// build compiles the packages of the work folder, each at most once.
type build struct {
	home     string
	tools    string
	temp     string
	root     string
	standard map[string]bool
	others   map[string]bool
	base     string
	module   module
	units    map[string]*unit
}

// unit is one compiled package of the work folder.
type unit struct {
	path    string
	archive string
	faults  []fault
	ready   bool
}

// compilation is one call of the compiler.
type compilation struct {
	path    string
	files   []string
	target  string
	aliases map[string]string
	embeds  string
}

func newBuild(home string) *build {
	root, err := os.Getwd()
	if err != nil {
		stop(err.Error())
	}
	temp, err := os.MkdirTemp("", "hone-build-")
	if err != nil {
		if temp, err = os.MkdirTemp(root, ".hone-build-"); err != nil {
			stop(err.Error())
		}
	}
	b := &build{home: home, temp: temp, root: root, units: map[string]*unit{}}
	b.standard = map[string]bool{"unsafe": true}
	var base strings.Builder
	for _, name := range strings.Fields(b.read(listFile)) {
		b.standard[name] = true
		fmt.Fprintf(&base, "packagefile %s=%s\n", name, archivePath(home, name))
	}
	b.fetched(&base)
	b.base = base.String()
	b.tools = strings.TrimSpace(b.read(toolsFile))
	return b
}

func (b *build) close() {
	os.RemoveAll(b.temp)
}

func (b *build) read(name string) string {
	content, err := os.ReadFile(filepath.Join(b.home, name))
	if err != nil {
		stop(err.Error())
	}
	return string(content)
}

// importConfig writes where the compiler and the linker find packages.
func (b *build) importConfig(name string, aliases map[string]string) string {
	var text strings.Builder
	text.WriteString(b.base)
	var paths []string
	for _, one := range b.units {
		if one.ready {
			paths = append(paths, fmt.Sprintf("packagefile %s=%s\n", one.path, one.archive))
		}
	}
	for from, to := range aliases {
		paths = append(paths, fmt.Sprintf("importmap %s=%s\n", from, to))
	}
	sort.Strings(paths)
	text.WriteString(strings.Join(paths, ""))
	file := filepath.Join(b.temp, name)
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		stop(err.Error())
	}
	return file
}

func (b *build) compile(job compilation) []fault {
	arguments := []string{
		"-o", job.target, "-p", job.path, "-trimpath", b.root + "=>", "-lang", "go" + b.language(),
		"-importcfg", b.importConfig(path.Base(job.path)+".cfg", job.aliases),
		"-complete", "-pack", "-e", "-errorurl", "-dwarf=false", "-c=" + strconv.Itoa(processors()),
	}
	if job.embeds != "" {
		arguments = append(arguments, "-embedcfg", job.embeds)
	}
	output, err := b.tool("compile", append(arguments, job.files...))
	if err == nil {
		return nil
	}
	faults := b.parse(output)
	if len(faults) == 0 {
		faults = []fault{{Code: "Compiler", Message: wordsOf("the compiler", output, err)}}
	}
	return faults
}

func (b *build) link(main, binary string) []fault {
	output, err := b.tool("link", []string{
		"-o", binary, "-importcfg", b.importConfig("link.cfg", nil), "-s", "-w", "-buildmode=exe", main,
	})
	if err == nil {
		return nil
	}
	return []fault{{Code: "Linker", Message: wordsOf("the linker", output, err)}}
}

func (b *build) tool(name string, arguments []string) (string, error) {
	command := exec.Command(filepath.Join(b.tools, name), arguments...)
	command.Dir = b.root
	command.Env = append(os.Environ(), "GOGC=off", "GOMEMLIMIT=500MiB",
		"GOMAXPROCS="+strconv.Itoa(processors()))
	output, err := command.CombinedOutput()
	if err != nil {
		exhaust(string(output))
	}
	return string(output), err
}

// processors keeps the threads of the toolchain far below what a sandbox allows.
func processors() int {
	return min(runtime.NumCPU(), 4)
}

func wordsOf(tool, output string, err error) string {
	// What follows a blank line is a trace of the tool itself.
	lines := strings.Split(strings.TrimSpace(strings.Split(output, "\n\n")[0]), "\n")
	if lines[0] == "" {
		return fmt.Sprintf("%s ended with %v", tool, err)
	}
	return shortened(lines)
}

// parse reads `file.go:5:2: words [go.dev/e/Code]`; what follows indented belongs to it.
func (b *build) parse(output string) []fault {
	var faults []fault
	for _, line := range strings.Split(output, "\n") {
		if strings.HasPrefix(line, "\t") && len(faults) > 0 {
			faults[len(faults)-1].Message += "\n" + strings.TrimRight(line, " \r")
			continue
		}
		if one, ok := b.faultOf(line); ok {
			faults = append(faults, one)
		}
	}
	for i := range faults {
		faults[i].Message, faults[i].Code = coded(faults[i].Message)
	}
	return faults
}

func (b *build) faultOf(line string) (fault, bool) {
	parts := strings.SplitN(line, ":", 4)
	if len(parts) < 4 {
		return fault{}, false
	}
	number, err1 := strconv.Atoi(parts[1])
	column, err2 := strconv.Atoi(parts[2])
	if err1 != nil {
		return fault{}, false
	}
	message := parts[3]
	if err2 != nil {
		column, message = 0, parts[2]+":"+parts[3]
	}
	return b.at(parts[0], number, column, "", strings.TrimSpace(message)), true
}

// at makes a fault of a place in the work folder.
func (b *build) at(file string, line, column int, code, message string) fault {
	if filepath.IsAbs(file) {
		if below, err := filepath.Rel(b.root, file); err == nil {
			file = below
		}
	}
	file = path.Clean(filepath.ToSlash(file))
	source := sourceLine(filepath.Join(b.root, file), line)
	return fault{file, line, column, code, message, source}
}

func coded(message string) (string, string) {
	const mark = " [go.dev/e/"
	start := strings.Index(message, mark)
	if start < 0 {
		code := ""
		if strings.HasPrefix(message, "syntax error") {
			code = "Syntax"
		}
		return message, code
	}
	end := start + strings.Index(message[start:], "]")
	if end < start {
		return message, ""
	}
	return message[:start] + message[end+1:], message[start+len(mark) : end]
}
