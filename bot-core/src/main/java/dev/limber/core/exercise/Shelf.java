package dev.limber.core.exercise;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Definitions of one kind, gathered layer by layer: a later layer replaces, a second one in the same layer is a fault. */
final class Shelf<K, T> {
    private final Map<K, Draft<T>> byId = new LinkedHashMap<>();
    private final Map<K, Place> inThisLayer = new HashMap<>();
    private final Faults faults;

    Shelf(Faults faults) {
        this.faults = faults;
    }

    void startLayer() {
        inThisLayer.clear();
    }

    void put(K id, Draft<T> draft) {
        Place first = inThisLayer.putIfAbsent(id, draft.place());
        if (first == null) {
            byId.put(id, draft);
        } else {
            faults.error(
                    draft.place(), "the id '" + id + "' is taken", "first in " + first.file() + ":" + first.line());
        }
    }

    Optional<T> find(K id) {
        return Optional.ofNullable(byId.get(id)).map(Draft::value);
    }

    Collection<Draft<T>> drafts() {
        return byId.values();
    }

    List<String> ids() {
        return byId.keySet().stream().map(Object::toString).toList();
    }

    /** What stands here in its order, after {@code finish}. */
    Map<K, T> values(Function<T, T> finish) {
        var values = new LinkedHashMap<K, T>();
        byId.forEach((id, draft) -> values.put(id, finish.apply(draft.value())));
        return Collections.unmodifiableMap(values);
    }
}
