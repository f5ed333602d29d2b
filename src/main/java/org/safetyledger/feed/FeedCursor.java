package org.safetyledger.feed;

import java.util.UUID;

/**
 * Up to where a consumer has read the feed. Entries are in this order; a consumer reads only those of transactions below
 * the oldest one that is still running, so that nothing comes in behind its cursor.
 *
 * @param epoch counts the clusters that the rows lived in: a restored one begins with lower transaction ids
 * @param transactionId of the change that wrote the entry
 * @param id of the entry, in the order of the changes of one transaction
 */
public record FeedCursor(int epoch, long transactionId, UUID id) {}
