package io.regulars.gateway.routing;

import io.vertx.core.http.HttpMethod;

/**
 * Where a command goes at loyalty, and the key that makes it happen once.
 *
 * @param member whose it is, by any name that may stand in a path, with {@code path} below the member's own; or null
 */
public record To(HttpMethod method, String member, String path, String key) {

    public static To post(String path, String key) {
        return new To(HttpMethod.POST, null, path, key);
    }

    public static To put(String path, String key) {
        return new To(HttpMethod.PUT, null, path, key);
    }

    public static To delete(String path, String key) {
        return new To(HttpMethod.DELETE, null, path, key);
    }

    public To of(String named) {
        return new To(method, named, path, key);
    }
}
