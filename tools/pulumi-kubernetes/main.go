// Pulumi's Kubernetes provider. Upstream's main package embeds two files that its build generates, so it cannot be built
// as it lies in the module; this one embeds the same two files, copied from the module cache by local/build.ts.
package main

import (
	_ "embed"

	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/provider"
	"github.com/pulumi/pulumi-kubernetes/provider/v4/pkg/version"
)

//go:embed schema.json
var schema []byte

//go:embed terraform-mapping.json
var terraformMapping []byte

func main() {
	provider.Serve("kubernetes", version.Version, schema, terraformMapping)
}
