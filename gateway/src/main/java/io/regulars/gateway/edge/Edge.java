package io.regulars.gateway.edge;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.regulars.platform.http.Code;
import io.regulars.platform.http.Problem;
import io.regulars.platform.http.Refusal;
import io.regulars.platform.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** The first look at a request, before anything of it is read: addresses, sizes and encodings nobody takes. */
@ApplicationScoped
public class Edge {

    private static final int BEFORE_ALL_ELSE = 1_000;
    /** Besides batches, what takes as much as one. */
    private static final Set<String> LARGE = Set.of("/v1/products", "/v1/opening-balances");

    void look(@Observes Filters filters) {
        filters.register(this::look, BEFORE_ALL_ELSE);
    }

    /** Whatever no resource answered. */
    void endOfTheRoad(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 10_000).handler(context -> {
            if (!context.response().ended())
                answer(context, Problem.of(Code.NOT_FOUND, "There is nothing here by that name."));
        });
    }

    private void look(RoutingContext context) {
        Problem problem = problemWith(context.request());
        if (problem == null) context.next();
        else answer(context, problem);
    }

    private static Problem problemWith(HttpServerRequest request) {
        String path = request.path();
        if (path == null || path.startsWith("/internal") || PathRules.isDisguised(path)) {
            return Problem.of(Code.NOT_FOUND, "There is nothing here by that name.");
        }
        if (request.method() == HttpMethod.TRACE || request.method() == HttpMethod.CONNECT) {
            return Problem.of(Code.METHOD_NOT_ALLOWED, "This address does not take that method.");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return Problem.of(Code.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.");
        }
        return problemWithLength(request.getHeader(HttpHeaders.CONTENT_LENGTH), mostOf(path));
    }

    private static int mostOf(String path) {
        return path.endsWith("/batch") || LARGE.contains(path) ? Bodies.BATCH : Bodies.SINGLE;
    }

    private static Problem problemWithLength(String length, int most) {
        if (length == null) return null;
        try {
            return Long.parseLong(length) > most ? Bodies.tooLarge(most).problem() : null;
        } catch (NumberFormatException garbled) {
            return Refusal.of(Code.MALFORMED_JSON, "The Content-Length is not a number.")
                    .problem();
        }
    }

    private static void answer(RoutingContext context, Problem problem) {
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Buffer.buffer(Json.bytes(problem)));
    }
}
