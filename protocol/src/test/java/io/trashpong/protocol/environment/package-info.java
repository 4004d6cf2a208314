@NullMarked
package io.trashpong.protocol.environment;

import org.jspecify.annotations.NullMarked;
