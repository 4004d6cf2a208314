/** What a service promises in its OpenAPI document, beyond what its methods' types say. */
@NullMarked
package io.trashpong.contract;

import org.jspecify.annotations.NullMarked;
