package main

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// program is a test file, built and ready to run.
type program struct {
	binary string
	root   string
	dir    string
	names  []string
	// ownMain says that the tests have a main function of their own.
	ownMain bool
}

// testProgram builds a test file together with the package that it tests.
func (b *build) testProgram(file string) (program, []fault) {
	dir, test := path.Dir(file), path.Base(file)
	if !strings.HasSuffix(test, "_test.go") {
		return program{}, []fault{b.at(file, 1, 1, "Name", "the name of a Go test file ends with _test.go")}
	}
	b.module = b.moduleOf(dir)
	if newer := b.tooNew(); len(newer) > 0 {
		return program{}, newer
	}
	b.adopt(dir, test)
	b.shorten(filepath.Join(b.root, file))
	pkg, faults := b.scan(dir, test)
	if len(faults) > 0 {
		return program{}, faults
	}
	own, faults := b.tested(dir, pkg.TestGoFiles, pkg.GoFiles, pkg)
	if len(faults) > 0 {
		return program{}, faults
	}
	suite, faults := b.suite(file)
	if len(faults) > 0 {
		return program{}, faults
	}
	main := compilation{
		path: "main", files: []string{b.write("main.go", suite.mainFile(own.path))},
		target: filepath.Join(b.temp, "main.a"),
	}
	if faults := b.compile(main); len(faults) > 0 {
		return program{}, faults
	}
	binary := filepath.Join(b.temp, "tests")
	return program{binary, b.root, filepath.Join(b.root, dir), suite.names, suite.main}, b.link(main.target, binary)
}

// tested compiles the package under test: with the test file in it, or beside it.
func (b *build) tested(dir string, inside, own []string, pkg *goPackage) (*unit, []fault) {
	one := &unit{path: b.pathOf(dir), archive: filepath.Join(b.temp, "tested.a")}
	job := compilation{path: one.path, target: one.archive}
	var faults []fault
	if len(inside) > 0 {
		b.units[dir] = one
		paths := merged(pkg.Imports, pkg.TestImports)
		job.aliases, faults = b.imports(paths, positions(pkg.ImportPos, pkg.TestImportPos), dir)
		job.files = inFolder(dir, append(append([]string{}, own...), inside...))
		job.embeds = b.embeds(dir, merged(pkg.EmbedPatterns, pkg.TestEmbedPatterns))
	} else {
		one.path += "_test"
		job.path = one.path
		job.aliases, faults = b.imports(pkg.XTestImports, pkg.XTestImportPos, dir)
		job.files = inFolder(dir, pkg.XTestGoFiles)
		job.embeds = b.embeds(dir, pkg.XTestEmbedPatterns)
		b.units[dir+" test"] = one
	}
	if len(faults) == 0 {
		faults = b.compile(job)
	}
	one.ready = len(faults) == 0
	return one, faults
}

// adopt lets a test file that was made without any code in view belong to the package that the code
// chose. Code that calls itself a program is not followed: then the code is wrong.
func (b *build) adopt(dir, test string) {
	if !strings.HasSuffix(test, "_text_test.go") && !strings.HasSuffix(test, "_generated_test.go") {
		return
	}
	file := filepath.Join(b.root, dir, test)
	name, chosen := packageName(file), firstPackage(filepath.Join(b.root, dir))
	if name == chosen || chosen == "" || chosen == "main" || strings.HasSuffix(name, "_test") {
		return
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return
	}
	text := strings.Replace(string(content), "package "+name, "package "+chosen, 1)
	b.replace(file, text)
}

func (b *build) write(name, text string) string {
	file := filepath.Join(b.temp, name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		stop(err.Error())
	}
	return file
}

// suite is what a test file holds, in the order of the text.
type suite struct {
	names    []string
	tests    []string
	fuzz     []string
	examples []*doc.Example
	main     bool
}

func (b *build) suite(file string) (suite, []fault) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, filepath.Join(b.root, file), nil, parser.ParseComments)
	if err != nil {
		return suite{}, []fault{{Path: file, Code: "Syntax", Message: err.Error()}}
	}
	var s suite
	var faults []fault
	examples := map[string]*doc.Example{}
	for _, one := range doc.Examples(tree) {
		if one.Output != "" || one.EmptyOutput {
			examples["Example"+one.Name] = one
		}
	}
	for _, declaration := range tree.Decls {
		function, ok := declaration.(*ast.FuncDecl)
		if !ok || function.Recv != nil {
			continue
		}
		name := function.Name.Name
		at := set.Position(function.Pos())
		kind := s.add(function, examples)
		if kind != "" {
			message := fmt.Sprintf("wrong signature for %s, must be: func %s(%s)", name, name, kind)
			faults = append(faults, b.at(file, at.Line, at.Column, "Signature", message))
		}
	}
	return s, faults
}

// add takes a function of the file in, and returns the signature that it lacks, if any.
func (s *suite) add(function *ast.FuncDecl, examples map[string]*doc.Example) string {
	name := function.Name.Name
	switch {
	case name == "TestMain" && takes(function, "M"):
		s.main = true
		return ""
	case isTest(name, "Test"):
		if !takes(function, "T") {
			return "t *testing.T"
		}
		s.tests = append(s.tests, name)
	case isTest(name, "Fuzz"):
		if !takes(function, "F") {
			return "f *testing.F"
		}
		s.fuzz = append(s.fuzz, name)
	case examples[name] != nil:
		s.examples = append(s.examples, examples[name])
	default:
		return ""
	}
	s.names = append(s.names, name)
	return ""
}

func isTest(name, prefix string) bool {
	rest, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLower(first)
}

func takes(function *ast.FuncDecl, kind string) bool {
	of := function.Type
	if of.TypeParams != nil || of.Results != nil || len(of.Params.List) != 1 ||
		len(of.Params.List[0].Names) > 1 {
		return false
	}
	pointer, ok := of.Params.List[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	switch to := pointer.X.(type) {
	case *ast.Ident:
		return to.Name == kind
	case *ast.SelectorExpr:
		return to.Sel.Name == kind
	}
	return false
}

func (s suite) mainFile(under string) string {
	var text strings.Builder
	fmt.Fprintf(&text, "package main\n\nimport (\n\t\"hone/drive\"\n\t\"testing\"\n\n\tunder %q\n)\n\n", under)
	text.WriteString("func main() {\n\tdrive.Main(drive.Suite{\n")
	text.WriteString("\t\tTests: []testing.InternalTest{")
	for _, name := range s.tests {
		fmt.Fprintf(&text, "{%q, under.%s}, ", name, name)
	}
	text.WriteString("},\n\t\tFuzz: []testing.InternalFuzzTarget{")
	for _, name := range s.fuzz {
		fmt.Fprintf(&text, "{%q, under.%s}, ", name, name)
	}
	text.WriteString("},\n\t\tExamples: []testing.InternalExample{")
	for _, one := range s.examples {
		name := "Example" + one.Name
		fmt.Fprintf(&text, "{%q, under.%s, %q, %t}, ", name, name, one.Output, one.Unordered)
	}
	text.WriteString("},\n")
	if s.main {
		text.WriteString("\t\tMain: under.TestMain,\n")
	}
	text.WriteString("\t})\n}\n")
	return text.String()
}
