package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// folderName is the variable with the folder of other people's packages, where there are any.
const folderName = "HONE_PACKAGES"

// fetched reads which packages of other people code may import, and says where they are.
func (b *build) fetched(base *strings.Builder) {
	b.others = map[string]bool{}
	folder := os.Getenv(folderName)
	if folder == "" {
		return
	}
	list, err := os.ReadFile(filepath.Join(folder, listFile))
	if err != nil {
		stop(err.Error())
	}
	for _, name := range strings.Fields(string(list)) {
		if !b.standard[name] {
			b.others[name] = true
			fmt.Fprintf(base, "packagefile %s=%s\n", name, archivePath(folder, name))
		}
	}
}

// known says in words what code may import.
func (b *build) known() string {
	if len(b.others) == 0 {
		return "the standard library and the code's own packages"
	}
	return "the standard library, the modules that were asked for and the code's own packages"
}
