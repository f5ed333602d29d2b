package org.safetyledger.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.MappedBatchLoader;

/**
 * Batches a nested field that has arguments. SmallRye's own batching mixes up the arguments of aliases, so such a field
 * returns a stage from here, whose key holds parent and arguments: all keys of a level are loaded together.
 */
public final class Batches {
    private Batches() {}

    /**
     * @param name name of the batch, unique per field
     * @param load loads all keys at once, each key's value in the map
     */
    public static <K, V> CompletionStage<V> load(String name, K key, Function<Set<K>, Map<K, V>> load) {
        DataFetchingEnvironment environment =
                SmallRyeContextManager.getCurrentSmallRyeContext().unwrap(DataFetchingEnvironment.class);
        MappedBatchLoader<K, V> loader = keys -> CompletableFuture.completedFuture(load.apply(keys));
        DataLoader<K, V> dataLoader = environment
                .getDataLoaderRegistry()
                .computeIfAbsent(name, absent -> DataLoaderFactory.newMappedDataLoader(loader));
        return dataLoader.load(key);
    }
}
