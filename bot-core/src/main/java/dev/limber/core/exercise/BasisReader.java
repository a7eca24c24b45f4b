package dev.limber.core.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what a definition rests on. */
final class BasisReader {
    private static final String OWN_SOURCE = "source";
    private static final String EDITORIAL = "editorial";

    private final Faults faults;
    private final List<Reference> references;

    /** @param references gets the sources that are named */
    BasisReader(Faults faults, List<Reference> references) {
        this.faults = faults;
        this.references = references;
    }

    /** The definition's own source, required. */
    static Optional<SourceId> source(Fields fields, List<Reference> references) {
        Optional<SourceId> source = fields.id("source", SourceId::new);
        source.ifPresent(
                id -> references.add(new Reference(fields.place("source"), Reference.Kind.SOURCE, id.value())));
        return source;
    }

    Map<String, Basis> read(Fields definition, Optional<SourceId> own, List<String> known) {
        Map<String, Basis> basis = new TreeMap<>();
        definition.get("basis").ifPresent(node -> {
            var fields = new Fields(node, faults);
            for (String field : known) {
                fields.find(field)
                        .flatMap(value -> Fields.id(value, Function.identity(), faults))
                        .flatMap(word -> basis(word, own, fields.place(field)))
                        .ifPresent(found -> basis.put(field, found));
            }
            fields.refuseOthers();
            if (node instanceof YamlNode.Mapping mapping && mapping.entries().isEmpty()) {
                faults.error(node.place(), "nothing is said about its basis", "known: " + String.join(", ", known));
            }
        });
        return basis;
    }

    private Optional<Basis> basis(String word, Optional<SourceId> own, Place at) {
        return switch (word) {
            case EDITORIAL -> Optional.of(new Basis.Editorial());
            case OWN_SOURCE -> own.map(Basis.From::new);
            default -> {
                references.add(new Reference(at, Reference.Kind.SOURCE, word));
                yield Optional.of(new Basis.From(new SourceId(word)));
            }
        };
    }
}
