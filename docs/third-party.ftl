<#-- By this license-maven-plugin writes docs/third-party.md, see docs/supply-chain.md. -->
<#assign rows = []>
<#list dependencyMap as dependency>
<#assign library = dependency.getKey()>
<#assign rows = rows + ["| `" + library.groupId + ":" + library.artifactId + "` | " + dependency.getValue()?join(" or ") + " |"]>
</#list>
# Third-party libraries

What the services and the harness bring, by `license-maven-plugin`. Not to be edited: [supply-chain.md](supply-chain.md).

| library | licence |
|---|---|
<#list rows?sort as row>
${row}
</#list>
