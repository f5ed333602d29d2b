package org.safetyledger.read;

import java.util.List;

/** A query whose fields at the root can all be answered by statements. */
record CompiledRead(List<Selection> roots) {}
