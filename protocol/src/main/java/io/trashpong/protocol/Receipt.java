package io.trashpong.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What is to be said of a match besides its result, in its game's own figures; shown to both players. On the wire its members
 * tell which game's it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(FairnessReceipt.class), @JsonSubTypes.Type(TurnReceipt.class)})
public sealed interface Receipt permits FairnessReceipt, TurnReceipt {}
