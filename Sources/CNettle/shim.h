#pragma once
#include <nettle/sha2.h>
#include <nettle/streebog.h>
