package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Where a persona sends requests to the ledger from. */
interface Desk {
    /** The answer to a GraphQL document. */
    JsonNode ask(String persona, String document, Map<String, ?> variables);

    /** Sends a photo of an object. */
    void show(String persona, String subject, String stage, byte[] photo);

    /** The same, but that what is sent takes place so many days ago. */
    Desk daysAgo(int days);
}
