"""What is on a sheet, whatever the medium.

In: a resolved journey and its findings. Out: a `Board` of lanes × columns in the
map's language; layout places it, the page paints it. Import what is needed from its
modules: checking needs none of the arranging.
"""
