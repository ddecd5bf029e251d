package io.regulars.local.process;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Does several things at the same time and returns when all are done, or throws what the first failure threw. */
public final class Together {
    private Together() {}

    public static void run(Runnable... things) {
        try {
            CompletableFuture.allOf(Arrays.stream(things)
                            .map(CompletableFuture::runAsync)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) throw known;
            throw failed;
        }
    }
}
