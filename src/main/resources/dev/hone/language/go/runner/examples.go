package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

const (
	checksPath = "hone/examples"
	checksFile = "examples.go"
	// What stands behind the checks where a test only hands over what it sees.
	observerFile = "observer.go"
	checksHead = "package examples\n\nimport (\n\t\"fmt\"\n\t\"io\"\n\t\"math\"\n\t\"os\"\n" +
		"\t\"reflect\"\n\t\"strings\"\n\t\"testing\"\n)\n\n"
)

// shorten takes the checks out of a file of example tests, word for word as Hone writes them, and
// lets it use the same checks as they were compiled before. Every line keeps its number.
func (b *build) shorten(file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		return
	}
	text := strings.TrimSuffix(string(content), b.read(observerFile))
	own, found := strings.CutSuffix(text, b.read(checksFile))
	if !found {
		return
	}
	used, err := qualifiers(own)
	if err != nil {
		return
	}
	lines := strings.SplitAfter(own, "\n")
	for i, line := range lines {
		name := strings.Trim(line, "\t\"\n")
		switch {
		case line == ")\n":
			b.replace(file, strings.Join(lines, ""))
			return
		case name == "testing":
			lines[i] = "\t\"testing\"; . \"" + checksPath + "\"\n"
		case strings.HasPrefix(line, "\t\"") && !used[filepath.Base(name)]:
			lines[i] = "\n"
		}
	}
}

func qualifiers(text string) (map[string]bool, error) {
	tree, err := parser.ParseFile(token.NewFileSet(), "", text, 0)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	ast.Inspect(tree, func(node ast.Node) bool {
		if selector, ok := node.(*ast.SelectorExpr); ok {
			if name, ok := selector.X.(*ast.Ident); ok {
				used[name.Name] = true
			}
		}
		return true
	})
	return used, nil
}

func (b *build) replace(file, text string) {
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		stop(err.Error())
	}
}
