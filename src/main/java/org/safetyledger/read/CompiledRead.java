package org.safetyledger.read;

import graphql.language.VariableDefinition;
import java.util.List;

/** A query document as what it selects; it serves all requests with this document. */
record CompiledRead(List<VariableDefinition> variables, List<Selection> roots) {}
