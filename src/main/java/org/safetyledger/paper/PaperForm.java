package org.safetyledger.paper;

import org.jspecify.annotations.Nullable;

/**
 * What all papers of a kind say, loaded as data: the law that they stand on, how they can be contested, and of which rights they
 * tell the enterprise.
 */
record PaperForm(
        String abbreviation,
        String legalBasis,
        @Nullable String remedy,
        @Nullable String rights) {}
