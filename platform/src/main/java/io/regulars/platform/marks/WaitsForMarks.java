package io.regulars.platform.marks;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A read that can be asked to be at least as fresh as something written. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface WaitsForMarks {}
