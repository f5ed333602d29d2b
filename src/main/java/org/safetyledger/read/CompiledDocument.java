package org.safetyledger.read;

import graphql.language.VariableDefinition;
import java.util.List;
import java.util.Optional;

/** @param read what it selects; empty where the engine has to answer */
record CompiledDocument(
        List<VariableDefinition> variables, Switches switches, DocumentBound bound, Optional<CompiledRead> read) {}
