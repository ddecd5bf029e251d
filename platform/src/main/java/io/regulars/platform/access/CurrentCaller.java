package io.regulars.platform.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is behind the request this service is answering, as its peer signed it. */
@RequestScoped
public class CurrentCaller {

    private final JsonWebToken token;

    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    public Caller get() {
        Object kind = token.getClaim("kind");
        JsonArray roles = token.getClaim("roles");
        Set<String> names = roles == null
                ? Set.of()
                : roles.getValuesAs(JsonString::getString).stream().collect(Collectors.toUnmodifiableSet());
        return new Caller(token.getSubject(), Caller.Kind.valueOf(kind.toString()), names);
    }
}
