package io.regulars.local.process;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Does several things at the same time and returns when all are done, or throws what the first failure threw. */
public final class Together {
    private Together() {}

    public static void run(Runnable... things) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            CompletableFuture.allOf(Arrays.stream(things)
                            .map(thing -> CompletableFuture.runAsync(() -> with(loader, thing)))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) throw known;
            throw failed;
        }
    }

    /** Threads of a shared pool do not inherit the caller's class loader, and some libraries look there. */
    private static void with(ClassLoader loader, Runnable thing) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(loader);
        try {
            thing.run();
        } finally {
            here.setContextClassLoader(before);
        }
    }
}
