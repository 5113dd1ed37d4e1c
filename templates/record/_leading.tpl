{{#LEADING}}[[include:record/_figure.tpl]]{{/LEADING}}
