package io.regulars.engagement.template;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.hibernate.annotations.Immutable;

/** The words for one occasion, as people edit them. A version never changes; an edit is the next one. */
@Entity
@Immutable
@IdClass(Template.Key.class)
public class Template extends PanacheEntityBase {

    @Id
    public String key;

    @Id
    public int version;

    public String title;
    public String text;

    /** One version of one template. */
    public record Key(String key, int version) {}

    protected Template() {}

    Template(Key id, String title, String text) {
        this.key = id.key();
        this.version = id.version();
        this.title = title;
        this.text = text;
    }

    static Uni<Template> of(Key id) {
        return findById(id);
    }
}
