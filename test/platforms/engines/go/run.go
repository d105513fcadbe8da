// Makes the recipe's tag. Each line is one person: email, name and phone in Base64, with "-" for null, or nothing. Writes each
// tag in Base64, one a line.
package main

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"strings"

	"shop/useresponse"
)

func main() {
	in, err := io.ReadAll(bufio.NewReader(os.Stdin))
	check(err)
	for _, line := range strings.Split(strings.TrimSuffix(string(in), "\n"), "\n") {
		var values [3]string
		for index, part := range strings.Split(line, ",") {
			// Go's strings know no null.
			if part != "-" {
				value, err := base64.StdEncoding.DecodeString(part)
				check(err)
				values[index] = string(value)
			}
		}
		tag, err := useresponse.Tag(values[0], values[1], map[string]string{"property_170": values[2]})
		check(err)
		fmt.Println(base64.StdEncoding.EncodeToString([]byte(tag)))
	}
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
