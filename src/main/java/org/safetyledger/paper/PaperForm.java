package org.safetyledger.paper;

import org.jspecify.annotations.Nullable;

/** What all papers of a kind say, loaded as data: the law that they stand on, and how they can be contested. */
record PaperForm(
        String abbreviation, String legalBasis, @Nullable String remedy) {}
