package dev.limber.telegram.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What methods take, and what the objects in it are made of. */
interface Dictionary {
    /** Empty where there is no such method. */
    Optional<Map<String, Shape>> parameters(String method);

    /** Empty where nothing is known about such objects, so that all fit. */
    Optional<Map<String, Shape>> fields(String type);

    /** The types of which an object that is said to be of this type may be; one of them has to fit. */
    List<String> candidates(String type, JsonNode object);
}
